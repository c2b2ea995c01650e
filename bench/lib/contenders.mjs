// Contenders: live processes that run a slice each in turn, round by round, so that what else the machine does meets
// all of them alike.
import { spawn } from 'node:child_process';
import os from 'node:os';
import { createInterface } from 'node:readline';
import { atEnd } from '../../scripts/lib/run.mjs';

const pin = os.platform() === 'linux' ? ['taskset', '-c', String(os.cpus().length - 1)] : [];

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string[]} command program and arguments; it says "ready", then answers each line with one of JSON
 * @property {boolean} [usesAllCores] otherwise it stays on one
 */

/** Starts the contender; null, and a line that says why, where it cannot run. */
async function start({ name, command, usesAllCores = false }) {
  const [program, ...args] = usesAllCores ? command : [...pin, ...command];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const forget = atEnd(() => child.kill());
  child.once('close', forget);
  let complaint = '';
  const complain = text => {
    complaint += text;
  };
  child.stderr.on('data', complain);
  child.on('error', complain);
  // Whoever has ended cannot be asked any more, which is seen by the missing answer.
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value;
  const leaveOut = () => {
    const lines = complaint.trim().split('\n');
    const reason = lines.findLast(line => /error/i.test(line)) ?? lines.at(-1);
    console.log(`  ${name} is left out: ${reason || 'it ended'}`);
    child.kill();
    return null;
  };
  if ((await next()) !== 'ready') return leaveOut();
  return {
    name,
    answers: [],
    /** False where it has ended instead. */
    async ask() {
      child.stdin.write('\n');
      const answer = await next();
      if (answer === undefined) leaveOut();
      else this.answers.push(JSON.parse(answer));
      return answer !== undefined;
    },
    end: () => child.stdin.end(),
  };
}

/**
 * Asks all contenders once a round.
 * @param {Contender[]} contenders
 * @param {number} nRounds
 * @returns {Promise<Map<string, object[]>>} by name, the answers of each that stood all rounds
 */
export async function inTurn(contenders, nRounds) {
  let running = [];
  for (const contender of contenders) {
    const started = await start(contender);
    if (started) running.push(started);
  }
  for (let round = 0; round < nRounds; round++) {
    const standing = [];
    for (const each of running) if (await each.ask()) standing.push(each);
    running = standing;
  }
  for (const each of running) each.end();
  return new Map(running.map(({ name, answers }) => [name, answers]));
}
