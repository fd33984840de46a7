// What every npm script calls. Runs on the host's Node before anything is installed; this file keeps to syntax that
// old versions can read, in order to tell their users what is missing.
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  console.error(`Roundtable needs Node 20 or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  import('./run/command.mjs').then(async ({ run }) => {
    process.exitCode = await run(process.argv[2], process.argv.slice(3));
  });
}
