// `npm run package`: the file that people install.
import { packageVsix } from './lib/build.mjs';
import { main } from './lib/run.mjs';
import { setUpProject } from './lib/setUp.mjs';

await main(async () => {
  await setUpProject();
  await packageVsix();
});
