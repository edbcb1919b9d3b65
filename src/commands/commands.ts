import { sessionInUse } from "../taskpane";
import { associateCommands } from ".";

// At once, before Office.onReady: Excel calls a command by the name that the page gave it.
associateCommands(sessionInUse);
