/** The kernels, made while the bundle is built; see kernels/plugin.mjs. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
