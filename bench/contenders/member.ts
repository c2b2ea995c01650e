// A thread that helps another one to train.
import { workerData } from 'node:worker_threads';
import { joinCrew } from '../../src/engine/threads/member';

joinCrew(workerData);
