/** The module {@code _symtable}: the compiler's blocks and their names as Python objects. Start at SymtableModule. */
package org.krait.language.symbols;
