// The tests are written for jest, which loads every module again for every file: hours, over all mutants. Mocha keeps them
// loaded, and here finds jest's names. What must not outlive a mutant is not kept: see no-memory.ts.
import { register } from "node:module";
import { expect } from "expect";
import fc from "fast-check";
import { bind } from "jest-each";
import Mocha from "mocha";
import { register as registerTypeScript } from "tsx/esm/api";

registerTypeScript();
register("./resolve.mjs", import.meta.url);

// The same draws for every mutant, so that none is killed by luck; a fault found is enough, the smallest is not sought.
fc.configureGlobal({ seed: 2014, endOnFailure: true });

const { bdd } = Mocha.interfaces;
Mocha.interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on("pre-require", (context) => {
    context.it.each = bind(context.it);
    context.describe.each = bind(context.describe);
    context.test = context.it;
    context.expect = expect;
  });
};
