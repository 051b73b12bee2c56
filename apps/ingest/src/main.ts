// First: loading everything else would let the heap grow to any size.
import './young-generation.js';

const { runIngest } = await import('./run-ingest.js');
await runIngest(process.env);
