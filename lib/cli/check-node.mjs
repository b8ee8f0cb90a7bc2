// Imported first by every command, and evaluated before anything that an old Node cannot parse is loaded: use only old syntax.
const [major] = process.versions.node.split(".").map(Number);

if (major < 20) {
  console.error(
    `Playhead needs Node.js 20 or later, and this is ${process.version}: install a current one from https://nodejs.org and run this again.`,
  );
  process.exit(1);
}
