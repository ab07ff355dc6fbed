import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('app', import.meta.url)) } },
  plugins: [
    remix({
      appDirectory: 'app',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_throwAbortReason: true,
        // App Bridge answers a data request with a redirect of its own, which single fetch does not follow.
        v3_singleFetch: false,
      },
    }),
  ],
  ssr: {
    // Node cannot load the ES source of `fmin` (extension-less imports) and has to guess that visx's is one (no
    // `"type": "module"`). Bundled with what only visx uses, the server draws with the same code as the browser.
    noExternal: ['fmin', /^@visx\//, /^d3-/, 'internmap'],
  },
  build: {
    // Fonts stay files: inlined they would be downloaded by everybody, whatever alphabet the page needs.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
