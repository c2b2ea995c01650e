import { setFlagsFromString } from 'node:v8';

// Node 20 has relaxed SIMD behind a flag; later versions always have it. Import this before anything that compiles.
if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--experimental-wasm-relaxed-simd');
