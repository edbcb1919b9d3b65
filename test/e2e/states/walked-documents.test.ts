import { testEachState } from "./each-state";
import { groups } from "./groups";

testEachState(groups.documents);
