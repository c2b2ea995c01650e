// How the contenders are called.
import path from 'node:path';
import { root } from '../../scripts/lib/run.mjs';

/** Debian's own Python, which has Debian's packages. */
export const python = '/usr/bin/python3';

export function createProgrammes(folder, node, hasPeers) {
  const bundle = name => path.join(folder, `${name}.mjs`);
  return {
    node,
    /** The Node that runs this, where it is another one. */
    oldNode: node === process.execPath ? null : process.execPath,
    hasPeers,
    /** @param {object} given what to do */
    js: (name, script, given, ...more) => ({
      name,
      command: [node, bundle(script), JSON.stringify(given), ...more],
    }),
    py: (name, script, given, ...more) => ({
      name,
      command: [python, path.join(root, `bench/contenders/${script}.py`), JSON.stringify(given), ...more],
    }),
    /** With V8's experiment that takes two vectors as one; Node 24 knows it. */
    revectorized: ({ name, command: [program, ...args] }) => ({
      name: `${name}, revectorized`,
      command: [program, '--experimental-wasm-revectorize', ...args],
    }),
    /** The same contender on the other Node. */
    onOldNode: ({ name, command: [, ...args] }) => ({
      name: `${name}, Node ${process.versions.node}`,
      command: [process.execPath, ...args],
    }),
  };
}
