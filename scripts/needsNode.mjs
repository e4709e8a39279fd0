// Plain JavaScript on purpose: an old Node must be able to read this file in order to say that it is too old.
const needed = 24;
const version = process.versions.node;

if (Number(version.split('.')[0]) < needed) {
  console.error(
    `Lotline needs Node ${needed} or newer, and this is Node ${version}. ` +
      'Run "npm ci" once: on Linux and Windows it brings the right Node along for every npm command. On a Mac, install Node 24 from nodejs.org.',
  );
  process.exit(1);
}
