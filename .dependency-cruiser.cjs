/**
 * The import directions of docs/architecture.md. There is no baseline of exceptions.
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** What each library may import besides itself: other libraries, then packages and node builtins. */
const LIBRARIES = {
  traffic: { libs: [], outside: [] },
  intent: { libs: ['traffic'], outside: [] },
  enforcement: { libs: ['traffic', 'intent'], outside: [] },
  envelope: {
    libs: ['traffic'],
    outside: ['@bufbuild/protobuf', 'fzstd'],
    builtins: ['zlib', 'buffer'],
  },
  simulator: { libs: [], outside: ['pure-rand', 'd3-random', '@types/d3-random'] },
};

const pureLibrary = ([name, { libs, outside, builtins = [] }]) => ({
  name: `${name}-is-pure`,
  comment: `libs/${name} is plain functions over plain data: no framework, client, clock or I/O.`,
  severity: 'error',
  from: { path: `^libs/${name}/src`, pathNot: '\\.spec\\.ts$' },
  to: {
    pathNot: [
      `^libs/${name}/src`,
      ...libs.map((lib) => `^libs/${lib}/src/index\\.ts$`),
      ...outside.map((pkg) => `^node_modules/${pkg}(/|$)`),
      ...builtins.map((builtin) => `^${builtin}$`),
    ],
  },
});

const adapterLibrary = (name, libs) => ({
  name: `${name}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^libs/${name}/src` },
  to: { path: '^libs/', pathNot: [`^libs/${name}/`, ...libs.map((lib) => `^libs/${lib}/`)] },
});

const onlyIn = (name, pkg, home) => ({
  name,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: `^${home}/` },
  to: { path: `^node_modules/${pkg}` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(LIBRARIES).map(pureLibrary),
    adapterLibrary('platform', []),
    adapterLibrary('stream', ['traffic', 'platform']),
    adapterLibrary('store', ['traffic', 'intent', 'platform']),
    adapterLibrary('reference', ['traffic', 'platform']),
    adapterLibrary('sources', ['traffic', 'intent', 'platform']),
    onlyIn('kafkajs-only-in-stream', 'kafkajs', 'libs/stream'),
    onlyIn('clickhouse-client-only-in-store', '@clickhouse', 'libs/store'),
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-by-their-index',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['workspace', 'import', 'node', 'types', 'default'],
    },
  },
};
