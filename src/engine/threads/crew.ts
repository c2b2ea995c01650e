import type { Step } from '../step';
import { instantiate, type KernelExports, type KernelFunction } from '../wasm/exports';
import { awaitRing } from './bell';
import { createBoard, done, nReady, post, type Task, take } from './board';
import { cuts } from './cuts';
import { fasterStep } from './fasterStep';
import { compute, type DividedName, dividedKernels } from './member';
import type { MemberThread, Threads } from './threads';

/** Multiplications of the smallest call that is divided: a shorter one is over before another thread has heard of it. */
const minWork = 2 ** 20;
/** Pieces for each thread: more make up for a thread that is slowed down, and cost more. */
const piecesEach = 3;
/** No piece takes that long, whatever else the machine does. */
const maxPieceMs = 60_000;

/** The threads of one training. */
export class Crew {
  /** Where large calls are divided among the threads. */
  readonly kernels: KernelExports;
  /** Whether they are. It changes how long they take, and nothing else. */
  isDividing = false;
  readonly #undivided: KernelExports;
  readonly #board;
  #members: readonly MemberThread[] = [];

  constructor(
    private readonly module: WebAssembly.Module,
    private readonly memory: WebAssembly.Memory,
    private readonly threads: Threads,
  ) {
    this.#board = createBoard(threads.count);
    this.#undivided = instantiate(module, memory).kernels;
    const divided = dividedKernels.map((name, number) => [name, this.#divided(name, number)]);
    this.kernels = { ...this.#undivided, ...Object.fromEntries(divided) };
  }

  /** That work on a step at the moment. */
  get count() {
    return this.isDividing ? this.threads.count : 1;
  }

  /** The step with all threads; they are started at the first time. */
  joining(step: Step): Step {
    const { clock } = this.threads;
    const joined = clock ? fasterStep(step, this, clock) : step;
    let hasStarted = false;
    return (...given) => {
      if (!hasStarted) this.#start();
      hasStarted = true;
      return joined(...given);
    };
  }

  /** Every member has begun, and none has ended. */
  get isComplete() {
    return this.#members.length > 0 && Atomics.load(this.#board, nReady) === this.#members.length;
  }

  /** Where a thread does not start, or ends, training goes on alone. */
  #start() {
    const { module, memory, threads } = this;
    this.isDividing = threads.clock === null;
    try {
      for (let thread = 1; thread < threads.count; thread++) {
        const member = threads.start({ module, memory, board: this.#board, thread });
        this.#members = [...this.#members, member];
        member.onEnd(() => void this.close());
      }
    } catch {
      void this.close();
    }
  }

  /** Ends the members, between two calls; resolves when they are gone. */
  async close() {
    this.isDividing = false;
    const members = this.#members;
    this.#members = [];
    await Promise.all(members.map(member => member.terminate()));
  }

  #divided(name: DividedName, number: number): KernelFunction {
    const { nUnits, work } = cuts[name];
    const kernel = this.#undivided[name];
    return (...args) => {
      if (!this.isDividing || work(args) < minWork) return kernel(...args);
      this.#compute({ kernel: number, args }, nUnits(args));
    };
  }

  #compute(task: Task, units: number) {
    const board = this.#board;
    const nDone = Atomics.load(board, done);
    let nLeft = post(board, task, units, piecesEach);
    for (let piece = take(board, 0); piece; piece = take(board, 0), nLeft--) compute(this.#undivided, piece);
    // What is left is in the hands of the others. The count may overflow.
    const end = (nDone + nLeft) | 0;
    for (let seen = nDone; seen !== end; seen = Atomics.load(board, done))
      if (!awaitRing(board, done, seen, maxPieceMs))
        throw new Error('A thread of the training has ended in the middle of its work.');
  }
}
