/** The state and the protocols of the interpreter. Knows neither the compiler nor Truffle. */
package org.krait.runtime;
