// Runs a Node.js client once for each line of the standard input, which holds its arguments between tabs.
//
//   node player.mjs docs/clients/node/client.js
//
// Each run begins anew, as a script; the libraries are loaded once. After what it printed comes a line with its exit code.
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [node, , script] = process.argv;
let runs = 0;

/** Gives the exit code: a client says it by process.exit, as the last thing that it does. */
function run(words) {
  process.argv = [node, script, ...words];
  return new Promise((ended, failed) => {
    process.exit = ended;
    import(`${pathToFileURL(resolve(script))}?run=${runs++}`).catch(failed);
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const code = await run(line.split("\t")).catch((error) => {
    console.error(error);
    return 1;
  });
  console.log(`\n--- exit code ${code}`);
}
