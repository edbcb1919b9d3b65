// The one that `../environment.mjs` shares.
module.exports = globalThis.sharedPackage("unpdf");
