import { simulateEstate } from '#libs/simulator';
import { ensureTopics, logTopic } from '#libs/stream';
import { Command } from 'commander';
import { join } from 'node:path';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { addEstateFlags, type EstateFlags } from '../feed/estate-options.js';
import { EstateLines } from '../feed/estate-lines.js';
import { TopicFeed } from '../feed/feed-topic.js';
import { writeEstate } from '../feed/write-estate.js';
import { unlessInterrupted } from '../interrupted.js';
import { kafkaOf } from '../parts/kafka.js';
import { count } from '../terminal/numbers.js';

interface Options extends EstateFlags {
  out?: string;
  kafka?: string;
  json?: true;
}

const EXAMPLES = `
Examples:
  # A day of a shop, a news site and an open-banking API, with the truth beside it
  wherefore simulate --out estate

  # A large week, always the same
  wherefore simulate --seed 7 --hours 168 --scale 5 --out week

  # One class at one level: some 600 addresses, each with a few logins a day
  wherefore simulate --classes OAT-008 --evasion residential --out stuffing

  # Every class at every level
  wherefore simulate --classes all --evasion all --scale 3 --out everything

  # Into a topic, as fast as the brokers take it
  KAFKA_BROKERS=127.0.0.1:9092 wherefore simulate --kafka access-logs

Classes (OWASP automated threats; labels.csv names them in the column class):
  OAT-001 carding                  OAT-008 credential stuffing      OAT-015 denial of service
  OAT-002 token cracking           OAT-009 CAPTCHA defeat           OAT-016 skewing
  OAT-003 cost inflation           OAT-010 card cracking            OAT-017 spamming
  OAT-004 fingerprinting           OAT-011 scraping                 OAT-018 footprinting
  OAT-005 scalping                 OAT-012 cashing out              OAT-019 account creation
  OAT-006 expediting               OAT-013 sniping                  OAT-020 account aggregation
  OAT-007 credential cracking      OAT-014 vulnerability scanning   OAT-021 denial of inventory

Levels of evasion (column evasion):
  naive         few addresses, the tool's own user agent, full speed
  rotating      hundreds of rented addresses, another old user agent for each request
  residential   proxies in people's networks, a browser's user agent and TLS, forms opened first
  low_and_slow  as residential, one or a few acts per address and day
  headless      real browser engines: assets, referrers, cookies, a person's pauses

Without --classes and --evasion every class takes place, naive and at one or two further levels.
With them every class chosen, at every level chosen, the larger the fewer are chosen.`;

export function simulateCommand(context: CliContext): Command {
  const command = new Command('simulate')
    .summary('write the logs of a simulated estate, with the truth about every visitor')
    .description(
      'Simulates an enterprise with people, good bots, attackers of every OWASP automated threat and incidents, and writes its access logs: access.log (vhost_combined), api.ndjson (JSON lines) and labels.csv; or sends the lines to a Kafka topic.',
    );
  return addEstateFlags(command)
    .option('--out <dir>', 'folder for the files')
    .option('--kafka <topic>', 'topic to write to, made if missing (KAFKA_BROKERS says where)')
    .option('--json', 'print what was written as JSON')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => simulate(context, options));
}

async function simulate(context: CliContext, options: Options): Promise<void> {
  const { out, kafka } = options;
  if ((out === undefined) === (kafka === undefined)) {
    throw new CliError('WHERE_TO', 'Say where the log goes: either --out DIR or --kafka TOPIC.');
  }
  const work = kafka === undefined ? toFiles : toKafka;
  await unlessInterrupted(context.stopRequested, work(context, options, out ?? kafka ?? ''));
}

async function toFiles({ terminal }: CliContext, options: Options, out: string): Promise<void> {
  const estate = simulateEstate(options);
  const files = await writeEstate(estate, options, out, terminal);
  const campaigns = estate.campaigns.length;
  terminal.result(
    options.json === true
      ? JSON.stringify({ ...files, campaigns, visitors: estate.labels().length })
      : [
          `${count(files.requests)} requests of ${count(estate.labels().length)} visitors in ${out}`,
          ...[files.access, files.api, files.labels].map((path) => `  ${path}`),
          `Judge them: wherefore evaluate ${join(out, 'access.log')} ${join(out, 'api.ndjson')} --labels ${join(out, 'labels.csv')}`,
        ].join('\n'),
  );
}

async function toKafka(context: CliContext, options: Options, topic: string): Promise<void> {
  const { terminal } = context;
  const kafka = kafkaOf(context);
  await ensureTopics(kafka, [logTopic(topic)]);
  const feed = new TopicFeed(new EstateLines(simulateEstate(options), options), kafka, topic);
  const progress = terminal.progress({ titles: ['Sending'] });
  const show = (): void => {
    progress.update({ share: feed.share, text: `${count(feed.produced)} lines` });
  };
  const timer = setInterval(show, 250);
  const requests = await feed.run(context.stopRequested).finally(() => {
    clearInterval(timer);
  });
  progress.finish(`${count(requests)} lines`);
  terminal.result(
    options.json === true
      ? JSON.stringify({ topic, requests })
      : `${count(requests)} lines in the topic ${topic}`,
  );
}
