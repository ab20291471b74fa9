// Writes `packages/cli/bundle`: the command line with the server, and the modules of its worker threads beside it.
// Few large files for Node: loading 900 modules one by one took 1.5 CPU seconds of every start.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Made of machine code, large and seldom needed, or looking for parts beside themselves: taken from where they lie. */
const AS_THEY_ARE = [
  ...['@clickhouse/client', '@node-rs/argon2', '@resvg/resvg-js', 'chdb', 'exceljs', 'libsql', 'nodemailer', 'pdfkit'],
  ...['pg', 'pino', 'svg-to-pdfkit', 'fastify', '@fastify/compress', '@fastify/helmet', '@fastify/multipart'],
  '@fastify/static',
];

const packages = fileURLToPath(new URL('../packages', import.meta.url));
const features = join(packages, 'server', 'src', 'features');
await build({
  configFile: false,
  root: join(packages, 'cli'),
  logLevel: 'warn',
  publicDir: false,
  resolve: { conditions: ['@continuo/source'] },
  ssr: { noExternal: true, external: AS_THEY_ARE, resolve: { conditions: ['@continuo/source', 'node'] } },
  build: {
    ssr: true,
    outDir: 'bundle',
    emptyOutDir: true,
    target: 'node20.19',
    minify: false,
    rolldownOptions: {
      input: {
        main: join(packages, 'cli', 'src', 'main.ts'),
        'import-worker': join(features, 'collect', 'worker', 'import-worker.ts'),
        'align-worker': join(features, 'journeys', 'align', 'align-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
