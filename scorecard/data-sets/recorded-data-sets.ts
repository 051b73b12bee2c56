import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataSet } from './data-set.js';

interface Recorded {
  readonly name: string;
  readonly about: string;
  readonly logs: readonly string[];
  readonly labels?: string;
  readonly question?: DataSet['question'];
  readonly isQuick?: true;
  readonly isPooled?: false;
  readonly isFitted?: true;
}

const RECORDED: readonly Recorded[] = [
  {
    name: 'talmedos-2023',
    about: 'shop on WordPress: distributed credential attack, probes, an uptime monitor',
    logs: ['talmedos-2023/access.log.gz'],
    labels: 'talmedos-2023/labels.csv',
  },
  {
    name: 'secrepo-2018',
    about: 'static site: crawlers, false user agents, one archive scraper',
    logs: ['secrepo/access-2018.log.gz'],
    labels: 'secrepo/labels-2018.csv',
    isQuick: true,
  },
  {
    name: 'secrepo-2021',
    about: 'static site: crawlers, false browsers over HTTP/1.0',
    logs: ['secrepo/access-2021.log.gz'],
    labels: 'secrepo/labels-2021.csv',
  },
  {
    name: 'secrepo-2022',
    about: 'static site: many scanners of one request each',
    logs: ['secrepo/access-2022.log'],
    labels: 'secrepo/labels-2022.csv',
    isQuick: true,
  },
  {
    name: 'geotracker-2020',
    about: 'web application and portfolio: webshell and admin-panel scans',
    logs: ['geotracker-2020/access.log.gz'],
    labels: 'geotracker-2020/labels-access.csv',
  },
  {
    name: 'geotracker-2020-both-logs',
    about: 'the same with the second log of its other hosts, as one estate',
    logs: ['geotracker-2020/access.log.gz', 'geotracker-2020/other_vhosts_access.log.gz'],
    labels: 'geotracker-2020/labels-access.csv',
    isPooled: false,
  },
  {
    name: 'nginx-noise-2024',
    about: 'background noise of the Internet: binary request lines, proxies, probes',
    logs: ['nginx-noise-2024/access.log.gz'],
    labels: 'nginx-noise-2024/labels.csv',
    isQuick: true,
  },
  {
    name: 'semicomplete-2015',
    about: 'technical blog: people and verified crawlers; its minutes are rewritten',
    logs: ['semicomplete-2015/access.log.gz'],
    labels: 'semicomplete-2015/labels.csv',
  },
  {
    name: 'pernambuco-2024',
    about: '28 people behind one proxy beside a health check',
    logs: ['pernambuco-pfc-2024/access.log.gz'],
    labels: 'pernambuco-pfc-2024/labels.csv',
  },
  {
    name: 'scanner-acunetix',
    about: 'one web vulnerability scanner in a laboratory',
    logs: ['scanner-acunetix/access.log.gz'],
    labels: 'scanner-acunetix/labels.csv',
    isQuick: true,
  },
  {
    name: 'lab-intrusion-2019',
    about: 'directory scan, password tool, then a person with a webshell, from one address',
    logs: ['lab-intrusion-2019/access.log.gz'],
    labels: 'lab-intrusion-2019/labels.csv',
    isQuick: true,
  },
  {
    name: 'certh-asis',
    about: 'people and bots that imitate them, as recorded',
    logs: ['certh-phase1-train/asis/access.log.gz'],
    labels: 'certh-phase1-train/asis/labels.csv',
    question: 'bot',
    isPooled: false,
  },
  {
    name: 'certh-clean',
    about: 'the same with equal user agents and without telemetry',
    logs: ['certh-phase1-train/clean/access.log.gz'],
    labels: 'certh-phase1-train/clean/labels.csv',
    question: 'bot',
    isFitted: true,
    isPooled: false,
    isQuick: true,
  },
  {
    name: 'ait-harrison',
    about: 'simulated staff on an intranet with driven browsers, nothing else',
    logs: ['ait-harrison-benign/access.log.gz'],
  },
];

/** The recorded data sets, those that are in the folder apart from those that are not. */
export async function recordedDataSets(
  folder: string,
): Promise<{ present: DataSet[]; absent: string[] }> {
  const sets = RECORDED.map((recorded) => toDataSet(folder, recorded));
  const found = await Promise.all(sets.map(isPresent));
  return {
    present: sets.filter((_, index) => found[index]),
    absent: sets.filter((_, index) => !found[index]).map(({ name }) => name),
  };
}

function toDataSet(folder: string, recorded: Recorded): DataSet {
  const { name, about, logs, labels } = recorded;
  const { question = 'malicious', isQuick = false, isPooled = true, isFitted = false } = recorded;
  return {
    name,
    about,
    origin: 'recorded',
    logs: logs.map((path) => join(folder, path)),
    labels: labels === undefined ? undefined : join(folder, labels),
    question,
    arguments: [],
    isQuick,
    isPooled,
    isFitted,
  };
}

async function isPresent({ logs, labels }: DataSet): Promise<boolean> {
  const paths = labels === undefined ? logs : [...logs, labels];
  const found = await Promise.all(
    paths.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}
