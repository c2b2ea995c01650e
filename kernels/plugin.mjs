// Makes the kernels while a bundle is built: `import bytes from './relaxed.wasm'` needs no such file. The generator is
// TypeScript, so esbuild bundles it before it can run here.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import initWabt from 'wabt';

const features = { simd: true, relaxed_simd: true };

let generator;

/** @param name of an instruction set */
async function assemble(name) {
  generator ??= build({
    entryPoints: [fileURLToPath(new URL('module.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  }).then(({ outputFiles: [{ contents }] }) => {
    const source = Buffer.from(contents).toString('base64');
    return import(`data:text/javascript;base64,${source}`);
  });
  const [{ moduleText }, wabt] = await Promise.all([generator, initWabt()]);
  const module = wabt.parseWat(`${name}.wat`, moduleText(name), features);
  try {
    module.validate(features);
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}

const kernelFile = /(relaxed|simd)\.wasm$/;
const nameOf = path => kernelFile.exec(path)[1];

export const esbuildKernels = {
  name: 'kernels',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: kernelFile }, ({ path }) => ({ path: nameOf(path), namespace: 'kernels' }));
    onLoad({ filter: /.*/, namespace: 'kernels' }, async ({ path }) => ({
      contents: await assemble(path),
      loader: 'binary',
    }));
  },
};

export const viteKernels = {
  name: 'kernels',
  enforce: 'pre',
  resolveId: id => (kernelFile.test(id) ? `\0kernels:${nameOf(id)}.wasm.js` : null),
  async load(id) {
    const [, name] = /^\0kernels:(\w+)/.exec(id) ?? [];
    if (!name) return null;
    const base64 = Buffer.from(await assemble(name)).toString('base64');
    return `export default Uint8Array.from(atob('${base64}'), each => each.charCodeAt(0));`;
  },
};
