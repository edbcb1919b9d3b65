import { sessionInUse } from "../taskpane";
import { associateCommands } from ".";

// Not after Office.onReady: Excel calls a command by the name that the page has given it by then.
associateCommands(sessionInUse);
