export { associateCommands } from "./associate";
