import { atDepth } from "../../depth";
import { testEachState } from "./each-state";
import { groups } from "./groups";

// In a quick run, `english.test.ts` measures the texts of every screen in English.
testEachState(groups.documents, atDepth([], groups.documents));
