// A document for files of tests that draw the pane and show it in Chromium: jsdom's environment, which shares the packages
// that Node's does.
import { TestEnvironment } from "jest-environment-jsdom";
import { sharedPackage } from "./environment.mjs";

export default class PageEnvironment extends TestEnvironment {
  constructor(...given) {
    super(...given);
    Object.defineProperty(this.global, "sharedPackage", { value: sharedPackage });
  }
}
