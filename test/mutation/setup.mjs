// The tests are written for jest, which loads every module again for every file: hours, over all mutants. Mocha keeps them
// loaded, and here finds jest's names. What must not outlive a mutant is not kept: see resolve.mjs.
import { register } from "node:module";
import { expect } from "expect";
import { bind } from "jest-each";
import Mocha from "mocha";
import { register as registerTypeScript } from "tsx/esm/api";

registerTypeScript();
register("./resolve.mjs", import.meta.url);

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

// What runs both while files are loaded and in tests is judged by those tests. Counted as static, each such mutant would
// need a new process, in which Stryker puts it on no sooner.
export const mochaHooks = {
  afterAll() {
    const { static: whileLoading, perTest } = globalThis.__stryker__?.mutantCoverage ?? { static: {}, perTest: {} };
    for (const covered of Object.values(perTest))
      for (const mutant of Object.keys(covered)) delete whileLoading[mutant];
  },
};
