import { editor } from "../core/editor.jsx";
import { CausalDrawing } from "./drawing.jsx";

export default editor({ drawing: CausalDrawing });
