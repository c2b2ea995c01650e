// A thread that does nothing but loading the fastest kernel; it tells how many milliseconds that took.
import { parentPort } from 'node:worker_threads';
import { availableKernels } from '../../src/engine/kernels';

const startedAt = performance.now();
const [kernel] = availableKernels();
parentPort!.postMessage({ ms: performance.now() - startedAt, kernel: kernel!.name });
