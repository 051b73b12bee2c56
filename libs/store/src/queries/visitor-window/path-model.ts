/**
 * How rare each path template of a site is: −log2 of the share of the site's visitors that asked for it,
 * (visitors + 1) / (all visitors + 2), in millionths of a bit so that sums are exact in any order. The
 * additions are Laplace's rule of succession: nothing is impossible because few visitors were seen. Visitors are the
 * addresses of `visitor_window`, so that one who asks often says no more than one who asks once.
 */
export const fillWindowPaths = `
  INSERT INTO window_paths (path, surprise)
  SELECT path, toUInt32(round(-1000000 * log2((visitors + 1) / (of_host.everybody + 2)))) AS surprise
  FROM (
    SELECT arrayJoin(paths) AS path, bitShiftRight(path, 48) AS host, count() AS visitors
    FROM visitor_window
    WHERE keyType = 'address'
    GROUP BY path
  ) AS of_path
  INNER JOIN (
    SELECT arrayJoin(arrayDistinct(arrayMap(path -> bitShiftRight(path, 48), paths))) AS host, count() AS everybody
    FROM visitor_window
    WHERE keyType = 'address'
    GROUP BY host
  ) AS of_host ON of_path.host = of_host.host`;

/** Of a visitor's steps from the same role, the share that each one is, in millionths. */
const shareOfSteps = `
  arrayMap((step, times) -> intDiv(1000000 * times,
    arraySum((other, n) -> if(intDiv(other, 32) = intDiv(step, 32), n, 0), steps, stepRequests)), steps, stepRequests)`;

/**
 * How rare each step from one path role to the next is: −log2 of its probability under a Markov chain of first order
 * for each site, in millionths of a bit. A visitor's steps from a role add up to one, whatever their number, so
 * that who sends a million requests does not define what is ordinary; Laplace smoothing adds one to each of 24 roles.
 * Assets are left out, and so are steps between sites. Source: Cadez et al., "Model-Based Clustering and
 * Visualization of Navigation Patterns on a Web Site" (DMKD 7, 2003), reduced to one chain a site.
 */
export const fillWindowSteps = `
  INSERT INTO window_steps (step, surprise)
  SELECT step, toUInt32(round(-1000000 * log2((sum(share) / 1000000 + 1) / (any(of_role.visitors) + 24)))) AS surprise
  FROM (
    SELECT intDiv(pair.1, 32) AS before, arrayJoin([(pair.1, pair.2), (before * 32, 0)]) AS counted, counted.1 AS step, counted.2 AS share
    FROM (SELECT arrayJoin(arrayZip(steps, ${shareOfSteps})) AS pair FROM visitor_window WHERE keyType = 'address')
  ) AS of_step
  INNER JOIN (
    SELECT arrayJoin(arrayDistinct(arrayMap(step -> intDiv(step, 32), steps))) AS before, count() AS visitors
    FROM visitor_window
    WHERE keyType = 'address'
    GROUP BY before
  ) AS of_role ON of_step.before = of_role.before
  GROUP BY step`;

/** Empties what is known of paths and steps. */
export const emptyWindowPaths = 'TRUNCATE TABLE window_paths';
export const emptyWindowSteps = 'TRUNCATE TABLE window_steps';
