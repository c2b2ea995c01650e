// Loaded before a program: tells at its end how much memory it held at most, in kilobytes.
const { writeSync } = require('node:fs');
process.once('exit', () => writeSync(2, `\npeak ${process.resourceUsage().maxRSS}\n`));
