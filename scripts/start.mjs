// `npm start`: everything from a fresh clone to the examples in a running VS Code, until Ctrl+C.
import path from 'node:path';
import { findOnPath, openInBrowser } from './lib/browser.mjs';
import { build, packageVsix } from './lib/build.mjs';
import { startCodeServer } from './lib/codeServer.mjs';
import { main, root, run } from './lib/run.mjs';
import { setUpProject, setUpWorkbench } from './lib/setUp.mjs';

const examples = path.join(root, 'examples');

await main(async () => {
  await setUpProject();
  if (!(await openOnDesktop())) await openInCodeServer();
});

/** False where there is no desktop VS Code, or none that can open a window. */
async function openOnDesktop() {
  const windows = process.platform === 'win32';
  if (!findOnPath(windows ? 'code.cmd' : 'code')) return false;
  await build();
  // On Windows `code` is a batch file, which only a shell can start; the quotes keep spaces in the path together.
  const args = [`--extensionDevelopmentPath=${root}`, examples].map(each => (windows ? `"${each}"` : each));
  if ((await run('code', args, { shell: windows })) !== 0) return false;
  console.log(`ready: VS Code shows ${examples}`);
  return true;
}

async function openInCodeServer() {
  const [vsix] = [await packageVsix(), await setUpWorkbench()];
  const server = await startCodeServer({ vsix });
  const url = server.url(examples);
  console.log(`ready: ${url}\nCtrl+C ends it.`);
  openInBrowser(url);
  await server.ended;
  await server.stop();
}
