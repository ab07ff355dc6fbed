// Who may import whom (docs/architecture.md). What is absent is forbidden: each room lists the rooms it may use.
const rooms = {
  domain: [],
  engine: ['domain'],
  insights: ['engine', 'domain'],
  rescue: ['engine', 'domain'],
  connectors: ['domain'],
  data: ['domain'],
  auth: ['domain', 'connectors'],
  observability: ['domain'],
  services: ['domain', 'engine', 'insights', 'rescue', 'connectors', 'data', 'jobs', 'auth', 'observability'],
  cli: ['services', 'insights', 'domain', 'i18n', 'jobs/fits'],
  // Views are the shapes that components draw: types of services, nothing of their work.
  components: ['domain', 'i18n', 'engine', 'services/views'],
  i18n: ['domain'],
};
const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `app/${room} may import ${allowed.length ? allowed.join(', ') : 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^app/${room}/` },
  to: { path: '^(app|bot|demo|tests|bench|prisma)/', pathNot: `^app/(${[room, ...allowed].join('|')})/` },
}));
const TEST = '\\.test\\.tsx?$|-contract\\.ts$|/fixtures?/';
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules.map((rule) => ({ ...rule, from: { ...rule.from, pathNot: TEST } })),
    {
      name: 'services-see-the-queue-port-only',
      comment: 'Services enqueue by the catalog; drivers and handlers belong to the worker.',
      severity: 'error',
      from: { path: '^app/services/', pathNot: TEST },
      to: { path: '^app/jobs/', pathNot: '^app/jobs/(catalog|queue|schedule)\\.ts$' },
    },
    {
      name: 'handlers-call-services',
      severity: 'error',
      from: { path: '^app/jobs/handlers/', pathNot: TEST },
      to: { path: '^app/(data|connectors|insights|engine|auth|routes|components)/' },
    },
    {
      name: 'routes-are-thin',
      comment: 'Routes see services (types of views), insights, domain and their own faces.',
      severity: 'error',
      from: { path: '^app/routes/', pathNot: TEST },
      to: { path: '^app/(data|connectors|jobs|engine|auth|rescue)/|^app/data/generated' },
    },
    {
      name: 'no-react-below-the-faces',
      severity: 'error',
      from: {
        path: '^app/(domain|engine|insights|rescue|connectors|data|services|jobs|cli|auth)/',
        pathNot: TEST,
      },
      to: { path: 'node_modules/(react|react-dom|@remix-run|@shopify/polaris|@slack)/' },
    },
    {
      name: 'engine-is-pure',
      comment: 'No disk, no network, no process in mathematics.',
      severity: 'error',
      from: { path: '^app/(domain|engine|insights|rescue)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-packages',
      severity: 'error',
      from: { path: '^app/(domain|engine|insights|rescue)/', pathNot: TEST },
      to: { path: 'node_modules/', pathNot: 'node_modules/(ml-matrix|fmin)/' },
    },
    {
      name: 'prisma-only-in-data',
      severity: 'error',
      // The queue's own tables are not Prisma's: its PostgreSQL driver speaks to the server directly.
      from: {
        path: '^(app|bot)/',
        pathNot: `^app/data/|^app/jobs/drivers/(postgres-pool|migrate-queue)|${TEST}`,
      },
      to: { path: '^app/data/generated|node_modules/(@prisma|pg)/' },
    },
    {
      name: 'holidays-only-in-the-calendar',
      comment: 'One place knows the calendar library and works around its gaps.',
      severity: 'error',
      from: { path: '^(app|bot)/', pathNot: `^app/connectors/calendar/|${TEST}` },
      to: { path: 'node_modules/date-holidays/' },
    },
    {
      name: 'no-standins-in-product',
      severity: 'error',
      from: { path: '^(app|bot|prisma|extensions)/', pathNot: TEST },
      to: { path: '^(tests|demo|bench)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan-resolution',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)generated/|\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
