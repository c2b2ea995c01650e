import * as path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { nodePlatform } from '../platform/node';
import type { TrainerRequest } from '../protocol';
import { serve } from './serve';

const port = parentPort;
if (!port) throw new Error('The trainer runs as a worker thread only.');
const handle = serve(nodePlatform(path.dirname(__dirname)), message => port.postMessage(message));
port.on('message', (request: TrainerRequest) => void handle(request));
