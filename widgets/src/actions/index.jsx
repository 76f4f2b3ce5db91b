import { editor } from "../core/editor.jsx";
import { ActionSet } from "./drawing.jsx";

export default editor({ drawing: ActionSet });
