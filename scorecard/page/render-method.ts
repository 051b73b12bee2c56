/** How the figures come about, for whoever reads the page. */
export function renderMethod(stepMinutes: number): string {
  return `## How this is measured

- **Visitors** are those the labels name: an address, or a user agent behind an address. Labels \`unknown\` and
  \`self\` are not scored. Bad bots have to be found; people and verified bots have to be left alone; neutral
  machines (libraries, research scanners, declared crawlers nobody can verify) are shown as _apart_ and count
  for nothing.
- **Wherefore** judges through \`wherefore evaluate\`: the log is replayed into an embedded ClickHouse, and a visitor
  counts as found when a judgement called it malicious or an impostor. On \`certh\`, whose bots mean no harm, it
  counts when it was told to be a bot. \`fitted\` judges each fifth of the visitors by weights that \`wherefore fit\`
  fitted to the other four.
- **Masked**: every bot that is not verified has put on one browser's user agent, chosen by a hash of its name.
  What is left is conduct.
- **User-agent list**: most of its requests carry a user agent that isbot or crawler-user-agents names, or none.
  Such a list accuses good bots by design.
- **Thresholds per address**: CrowdSec's published scenarios for web logs as leaky buckets. Its word lists are
  shortened. Every user agent behind an alerted address counts as found.
- **Isolation Forest** (Liu, Ting and Zhou 2008) over the same features, counted over the whole log. Its threshold
  is set with the labels so that it accuses no more innocents than Wherefore does, or half a percent: its best
  case.
- **Intervals** are 95 %: Wilson's for shares, a bootstrap over visitors for F1.
- **Time to detection** is event time from a visitor's first request to the end of the analysis step that
  condemned it. Steps were ${stepMinutes} minutes long, for logs of more than
  ${Math.round((stepMinutes * 40) / 1_440)} days a multiple of it, so no delay is measured more finely; in operation a step is ten
  minutes unless configured otherwise. Members of a campaign that came before it was seen count from their own
  first request.
- **Calibration** of the probability that a visitor is a bot is measured by \`wherefore fit\`, which prints the diagram
  ([figures](operations/fitting-weights.md#the-weights-as-shipped)).
- **Simulated** estates come from seeds; their attackers share no code or constants with what judges them.`;
}
