import fc from "fast-check";
import { atDepth } from "./depth";

// From one seed, the same for all: `npm run test:full` draws it and prints it, and takes it again as ORDICLASSE_SEED.
fc.configureGlobal({ seed: Number(process.env["ORDICLASSE_SEED"] ?? 20141101), numRuns: atDepth(100, 500) });

export default fc;
