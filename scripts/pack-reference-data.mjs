// npm run reference:pack -- FOLDER DATE: makes the packaged reference data of CSV files; see libs/reference/data/README.md.
import { fileURLToPath } from 'node:url';
import { packNetworkData } from '#libs/reference';

const [folder, date = ''] = process.argv.slice(2);
if (folder === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  process.stderr.write('Usage: npm run reference:pack -- FOLDER 2026-06-17\n');
  process.exit(1);
}
packNetworkData(folder, fileURLToPath(new URL('../libs/reference/data', import.meta.url)), date);
