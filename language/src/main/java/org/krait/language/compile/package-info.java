/**
 * From syntax trees to code objects: {@link org.krait.language.compile.ModuleCompiler} is where to start.
 *
 * <p>{@link org.krait.language.compile.ScopeBuilder} goes through the tree once and notes what each block does with
 * its names; {@link org.krait.language.compile.ScopeAnalysis} decides which are locals, cells, free and global. Then
 * the compilers of statements and expressions write the instructions of one
 * {@link org.krait.language.compile.CodeUnit} for each block.
 *
 * <p>Knows the tree and {@code org.krait.objects}; it runs nothing and knows no interpreter.
 */
package org.krait.language.compile;
