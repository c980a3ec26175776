/** The builtin types and native modules, one class each. Start with a small one, for instance ErrnoModule. */
package org.krait.runtime.builtins;
