/**
 * How unlike everybody else a visitor of `visitor_window` walks, from its `paths` and `steps` and what is known of
 * them (`window_paths`, `window_steps`): `pathSurprise`, `rarestPath`, `transitionSurprise`, in bits, as in `VisitorFeatures`.
 */
export const surpriseColumns = `
    if(empty(paths), 0, arraySum(arrayMap(
      (path, times) -> toUInt64(joinGet('window_paths', 'surprise', path)) * times, paths, pathRequests))
      / arraySum(pathRequests) / 1000000) AS pathSurprise,
    arrayMax(arrayMap(path -> joinGet('window_paths', 'surprise', path), paths)) / 1000000 AS rarestPath,
    arrayMap(step -> joinGet('window_steps', 'surprise', step), steps) AS knownSteps,
    arrayMap(step -> joinGet('window_steps', 'surprise', toUInt32(intDiv(step, 32) * 32)), steps) AS unknownSteps,
    if(requests < 3 OR empty(steps), NULL, arraySum(arrayMap(
      (known, unknown, times) -> toUInt64(if(known = 0, unknown, known)) * times, knownSteps, unknownSteps, stepRequests))
      / arraySum(stepRequests) / 1000000) AS transitionSurprise`;
