// Ace in a browser that stays: `node ace.js FOLDER`, where FOLDER holds its node_modules; see companion.py.
"use strict";

const { createRequire } = require("node:module");
const readline = require("node:readline");

const load = createRequire(`${process.argv[2]}/node_modules/@daisy/ace-cli/package.json`);
const runner = load("@daisy/ace-axe-runner-puppeteer");
const ace = createRequire(load.resolve("@daisy/ace-cli-shared"))("@daisy/ace-core");
const logger = createRequire(load.resolve("@daisy/ace-cli-shared"))("@daisy/ace-logger");

const { launch, close } = runner;
let browser;
runner.launch = () => (browser ??= launch());
runner.close = async () => {};

async function main() {
  logger.initLogger({ silent: true, verbose: false, fileName: "ace-tests.log" });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { file, folder } = JSON.parse(line);
    let answer;
    try {
      [, answer] = await ace(file, { cwd: process.cwd(), outdir: folder, silent: true, jobid: "" }, runner);
    } catch (error) {
      answer = { error: String(error) };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  if (browser) await close();
  process.exit(0);
}

main();
