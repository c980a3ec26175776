package org.krait.language.syntax;

import java.util.List;

/**
 * The parameters of a function or lambda.
 *
 * @param vararg {@code *args}, or null
 * @param kwDefaults one for each of kwonlyargs, null where there is none
 * @param kwarg {@code **kwargs}, or null
 * @param defaults of the last positional parameters
 */
public record Arguments(List<Arg> posonlyargs, List<Arg> args, Arg vararg, List<Arg> kwonlyargs,
        List<Expr> kwDefaults, Arg kwarg, List<Expr> defaults) {}
