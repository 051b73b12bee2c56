/**
 * How a visitor turns pages: expressions over the `requests` of one key, columns named as in `VisitorFeatures`. Pages more than
 * 30 minutes apart belong to two sittings (the session timeout of web analytics since Catledge and Pitkow 1995).
 */
export const countPageTurns = `
    arraySort(groupArrayIf(turn, page)) AS turns,
    arrayMap(turn -> turn % 268435456, turns) AS turnedTo,
    arraySlice(arrayDifference(arrayMap(turn -> intDiv(turn, 268435456), turns)), 2) AS allPauses,
    arrayFilter(pause -> pause <= 1800000, allPauses) AS pauses,
    length(pauses) AS pageTurns,
    if(empty(pauses), NULL, arrayMax(pauses)) AS longestPauseMs,
    if(empty(pauses), NULL, arrayReduce('quantileExact', pauses)) AS medianPauseMs,
    arrayCount((first, second, third, pause, next) -> first = third AND first != second AND pause <= 1800000 AND next <= 1800000,
      arrayPopBack(arrayPopBack(turnedTo)), arrayPopFront(arrayPopBack(turnedTo)), arrayPopFront(arrayPopFront(turnedTo)),
      arrayPopBack(allPauses), arrayPopFront(allPauses)) AS backtracks`;
