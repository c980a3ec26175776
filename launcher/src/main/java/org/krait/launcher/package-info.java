/**
 * The {@code krait} command: start with {@link org.krait.launcher.Main}.
 *
 * <p>{@link org.krait.launcher.CommandLine} cuts the arguments, {@link org.krait.launcher.Options} and {@link
 * org.krait.launcher.Environment} fill the configuration, {@link org.krait.launcher.Programs} runs what was asked for,
 * and {@link org.krait.launcher.Exit} says with which status the process ends. {@link org.krait.launcher.Repl} is the
 * prompt; only {@link org.krait.launcher.TerminalInput} and what it uses know JLine, and nothing here knows Truffle.
 */
package org.krait.launcher;
