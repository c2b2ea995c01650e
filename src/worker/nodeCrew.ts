import { parentPort } from 'node:worker_threads';
import { joinCrew } from '../engine/threads/member';

parentPort?.once('message', joinCrew);
