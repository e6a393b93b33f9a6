// What every page runs: small modules that know nothing of one another. In production they are joined into this one file.
import "./menu.js";
import "./theme.js";
import "./times.js";
import "./dialog.js";
import "./unsaved.js";
import "./keep.js";
import "./toasts.js";
import "./requests.js";
import "./shortcuts.js";
