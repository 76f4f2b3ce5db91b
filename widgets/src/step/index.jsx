import { editor } from "../core/editor.jsx";

export default editor();
