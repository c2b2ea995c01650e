// `npm run bench`: Descent beside its peers, and the goals that it has met. `--rounds 9` and `--nets i,ii` choose how much,
// `--only SECTION` (see sections.mjs; several with commas) what; only a run of everything writes bench/RESULTS.md.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main, root, Stop } from '../scripts/lib/run.mjs';
import { setUpProject } from '../scripts/lib/setUp.mjs';
import { buildDist, bundleContenders, findNewNode, installPeers, temporaryFolder } from './lib/build.mjs';
import { createProgrammes } from './lib/programmes.mjs';
import { report } from './report.mjs';
import { nets, sections } from './sections.mjs';

const { values: given } = parseArgs({
  options: {
    nets: { type: 'string', default: Object.keys(nets).join(',') },
    rounds: { type: 'string', default: '15' },
    only: { type: 'string', default: Object.keys(sections).join(',') },
  },
});

function chosen(option, known) {
  const names = given[option].split(',');
  const unknown = names.find(name => !Object.hasOwn(known, name));
  if (unknown !== undefined) throw new Stop(`--${option} wants some of ${Object.keys(known).join(', ')}.`);
  return names;
}

/** The same promise for everybody who asks. */
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

await main(async () => {
  const nRounds = Number(given.rounds);
  if (!(nRounds >= 1)) throw new Stop('--rounds wants a number.');
  const only = chosen('only', sections);
  const netNames = chosen('nets', nets);
  const startedAt = performance.now();
  await setUpProject();
  const node = await findNewNode();
  const folder = temporaryFolder();
  const hasPeers = await installPeers();
  await bundleContenders(folder, hasPeers);
  const bench = {
    nRounds,
    netNames,
    folder,
    buildDist: once(buildDist),
    ...createProgrammes(folder, node, hasPeers),
  };
  const results = [];
  for (const name of only) {
    console.log(`── ${name} ──`);
    const result = await (await sections[name]()).run(bench);
    console.log(`${result.text}\n`);
    results.push(result);
  }
  const minutes = (performance.now() - startedAt) / 60_000;
  const text = report(results, { node, nRounds, minutes });
  const isWhole =
    only.length === Object.keys(sections).length && netNames.length === Object.keys(nets).length;
  if (isWhole) writeFileSync(path.join(root, 'bench/RESULTS.md'), text);
  console.log(text.slice(text.indexOf('## Goals'), text.indexOf('## Machine')));
  if (!isWhole) console.log('RESULTS.md is as it was: only a run of everything writes it.');
});
