// In place of jsdom in tests: the one that `environment.mjs` shares.
module.exports = globalThis.sharedJsdom;
