import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [react()],
  // Sources of the other packages are used as they stand, without a build.
  resolve: { conditions: ['@continuo/source', ...defaultClientConditions] },
  server: { proxy: { '/api': process.env.CONTINUO_URL ?? 'http://127.0.0.1:4400' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    // No inline scripts and no data: URLs in styles, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
