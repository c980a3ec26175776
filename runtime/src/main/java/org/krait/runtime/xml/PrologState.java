package org.krait.runtime.xml;

/** The grammar of the prolog, token by token: the role that each token has where it stands. */
final class PrologState {
    /** What a token is for. */
    enum Role {
        ERROR, NONE, XML_DECL, TEXT_DECL, INSTANCE_START, PI, COMMENT,
        DOCTYPE_NONE, DOCTYPE_NAME, DOCTYPE_SYSTEM_ID, DOCTYPE_PUBLIC_ID, DOCTYPE_SUBSET, DOCTYPE_CLOSE,
        ENTITY_NONE, GENERAL_ENTITY_NAME, PARAM_ENTITY_NAME, ENTITY_VALUE, ENTITY_SYSTEM_ID, ENTITY_PUBLIC_ID,
        ENTITY_COMPLETE, ENTITY_NOTATION_NAME,
        NOTATION_NONE, NOTATION_NAME, NOTATION_SYSTEM_ID, NOTATION_NO_SYSTEM_ID, NOTATION_PUBLIC_ID,
        ATTLIST_NONE, ATTLIST_ELEMENT_NAME, ATTRIBUTE_NAME, ATTRIBUTE_TYPE, ATTRIBUTE_ENUM_VALUE,
        ATTRIBUTE_NOTATION_VALUE, IMPLIED_VALUE, REQUIRED_VALUE, DEFAULT_VALUE, FIXED_VALUE,
        ELEMENT_NONE, ELEMENT_NAME, CONTENT_ANY, CONTENT_EMPTY, CONTENT_PCDATA, CONTENT_ELEMENT, GROUP_OPEN,
        GROUP_CLOSE, GROUP_SEQUENCE, GROUP_CHOICE,
        PARAM_ENTITY_REF, INNER_PARAM_ENTITY_REF, IGNORE_SECTION
    }

    /** Where the grammar is: for each declaration what comes next in it. */
    private enum State {
        DOCUMENT, BEFORE_DOCTYPE, AFTER_DOCTYPE, DOCTYPE, DOCTYPE_NAMED, DOCTYPE_PUBLIC, DOCTYPE_SYSTEM,
        DOCTYPE_EXTERNAL, DOCTYPE_END,
        INTERNAL_SUBSET, EXTERNAL_START, EXTERNAL_SUBSET, SECTION, SECTION_INCLUDE, SECTION_IGNORE,
        ENTITY, ENTITY_PERCENT, GENERAL, GENERAL_PUBLIC, GENERAL_SYSTEM, GENERAL_END, GENERAL_NOTATION,
        PARAMETER, PARAMETER_PUBLIC, PARAMETER_SYSTEM, PARAMETER_END,
        NOTATION, NOTATION_NAMED, NOTATION_PUBLIC, NOTATION_SYSTEM, NOTATION_PUBLIC_END,
        ATTLIST, ATTLIST_NEXT, ATTRIBUTE_TYPE, ENUMERATION, ENUMERATION_NEXT, NOTATIONS, NOTATIONS_NAME,
        NOTATIONS_NEXT, ATTRIBUTE_DEFAULT, ATTRIBUTE_FIXED,
        ELEMENT, ELEMENT_CONTENT, GROUP_START, MIXED, MIXED_NAME, MIXED_NEXT, GROUP_ITEM, GROUP_NEXT,
        DECLARATION_END, FAILED
    }

    private State state;
    /** The role of spaces and the end of a declaration that says nothing more. */
    private Role restRole = Role.NONE;
    /** False in an external parameter entity, where references are allowed within declarations. */
    private final boolean inDocument;
    private int groupLevel;
    private int includeLevel;
    /** The keyword of the last attribute type. */
    String attributeType;

    PrologState(boolean inDocument) {
        this.inDocument = inDocument;
        state = inDocument ? State.DOCUMENT : State.EXTERNAL_START;
    }

    private Role go(State next, Role role) {
        state = next;
        return role;
    }

    private Role end(Role role, Role rest) {
        restRole = rest;
        return go(State.DECLARATION_END, role);
    }

    private Role close(Role role) {
        return go(inDocument ? State.INTERNAL_SUBSET : State.EXTERNAL_SUBSET, role);
    }

    private Role fail(Token token) {
        if (!inDocument && token == Token.PARAM_ENTITY_REF) {
            return Role.INNER_PARAM_ENTITY_REF;
        }
        state = State.FAILED;
        return Role.ERROR;
    }

    /** The role of the token in the text from {@code from} to {@code to}. */
    Role next(Token token, int[] text, int from, int to) {
        return switch (state) {
            case DOCUMENT, BEFORE_DOCTYPE, AFTER_DOCTYPE -> outside(token, text, from, to);
            case DOCTYPE, DOCTYPE_NAMED, DOCTYPE_PUBLIC, DOCTYPE_SYSTEM, DOCTYPE_EXTERNAL, DOCTYPE_END ->
                doctype(token, text, from, to);
            case INTERNAL_SUBSET -> subset(token, text, from, to);
            case EXTERNAL_START -> {
                state = State.EXTERNAL_SUBSET;
                yield token == Token.XML_DECL ? Role.TEXT_DECL : external(token, text, from, to);
            }
            case EXTERNAL_SUBSET -> external(token, text, from, to);
            case SECTION, SECTION_INCLUDE, SECTION_IGNORE -> section(token, text, from, to);
            case ENTITY, ENTITY_PERCENT, GENERAL, GENERAL_PUBLIC, GENERAL_SYSTEM, GENERAL_END, GENERAL_NOTATION ->
                generalEntity(token, text, from, to);
            case PARAMETER, PARAMETER_PUBLIC, PARAMETER_SYSTEM, PARAMETER_END ->
                parameterEntity(token, text, from, to);
            case NOTATION, NOTATION_NAMED, NOTATION_PUBLIC, NOTATION_SYSTEM, NOTATION_PUBLIC_END ->
                notation(token, text, from, to);
            case ATTLIST, ATTLIST_NEXT, ATTRIBUTE_TYPE, ENUMERATION, ENUMERATION_NEXT, NOTATIONS, NOTATIONS_NAME,
                NOTATIONS_NEXT, ATTRIBUTE_DEFAULT, ATTRIBUTE_FIXED -> attributes(token, text, from, to);
            case ELEMENT, ELEMENT_CONTENT, GROUP_START, MIXED, MIXED_NAME, MIXED_NEXT, GROUP_ITEM, GROUP_NEXT ->
                element(token, text, from, to);
            case DECLARATION_END -> token == Token.SPACE ? restRole
                    : token == Token.DECL_CLOSE ? close(restRole) : fail(token);
            case FAILED -> Role.ERROR;
        };
    }

    private Role outside(Token token, int[] text, int from, int to) {
        boolean doctypeMayCome = state != State.AFTER_DOCTYPE;
        boolean start = state == State.DOCUMENT;
        if (start) {
            state = State.BEFORE_DOCTYPE;
        }
        return switch (token) {
            case SPACE -> Role.NONE;
            case XML_DECL -> start ? Role.XML_DECL : fail(token);
            case PI -> Role.PI;
            case COMMENT -> Role.COMMENT;
            case DECL_OPEN -> doctypeMayCome && XmlChars.matches(text, from + 2, to, "DOCTYPE")
                    ? go(State.DOCTYPE, Role.DOCTYPE_NONE) : fail(token);
            case INSTANCE_START -> go(State.FAILED, Role.INSTANCE_START);
            default -> fail(token);
        };
    }

    private Role doctype(Token token, int[] text, int from, int to) {
        if (token == Token.SPACE) {
            return Role.DOCTYPE_NONE;
        }
        boolean named = state == State.DOCTYPE_NAMED;
        boolean whole = named || state == State.DOCTYPE_EXTERNAL;
        return switch (token) {
            case NAME, PREFIXED_NAME -> {
                if (state == State.DOCTYPE) {
                    yield go(State.DOCTYPE_NAMED, Role.DOCTYPE_NAME);
                }
                if (named && token == Token.NAME) {
                    if (XmlChars.matches(text, from, to, "SYSTEM")) {
                        yield go(State.DOCTYPE_SYSTEM, Role.DOCTYPE_NONE);
                    }
                    if (XmlChars.matches(text, from, to, "PUBLIC")) {
                        yield go(State.DOCTYPE_PUBLIC, Role.DOCTYPE_NONE);
                    }
                }
                yield fail(token);
            }
            case LITERAL -> state == State.DOCTYPE_PUBLIC ? go(State.DOCTYPE_SYSTEM, Role.DOCTYPE_PUBLIC_ID)
                    : state == State.DOCTYPE_SYSTEM ? go(State.DOCTYPE_EXTERNAL, Role.DOCTYPE_SYSTEM_ID)
                    : fail(token);
            case OPEN_BRACKET -> whole ? go(State.INTERNAL_SUBSET, Role.DOCTYPE_SUBSET) : fail(token);
            case DECL_CLOSE -> whole || state == State.DOCTYPE_END ? go(State.AFTER_DOCTYPE, Role.DOCTYPE_CLOSE)
                    : fail(token);
            default -> fail(token);
        };
    }

    private Role subset(Token token, int[] text, int from, int to) {
        return switch (token) {
            case SPACE, NONE -> Role.NONE;
            case DECL_OPEN -> {
                if (XmlChars.matches(text, from + 2, to, "ENTITY")) {
                    yield go(State.ENTITY, Role.ENTITY_NONE);
                }
                if (XmlChars.matches(text, from + 2, to, "ATTLIST")) {
                    yield go(State.ATTLIST, Role.ATTLIST_NONE);
                }
                if (XmlChars.matches(text, from + 2, to, "ELEMENT")) {
                    yield go(State.ELEMENT, Role.ELEMENT_NONE);
                }
                if (XmlChars.matches(text, from + 2, to, "NOTATION")) {
                    yield go(State.NOTATION, Role.NOTATION_NONE);
                }
                yield fail(token);
            }
            case PI -> Role.PI;
            case COMMENT -> Role.COMMENT;
            case PARAM_ENTITY_REF -> Role.PARAM_ENTITY_REF;
            case CLOSE_BRACKET -> go(State.DOCTYPE_END, Role.DOCTYPE_NONE);
            default -> fail(token);
        };
    }

    private Role external(Token token, int[] text, int from, int to) {
        return switch (token) {
            case SECTION_OPEN -> go(State.SECTION, Role.NONE);
            case SECTION_CLOSE -> {
                if (includeLevel == 0) {
                    yield fail(token);
                }
                includeLevel--;
                yield Role.NONE;
            }
            case SPACE -> Role.NONE;
            case CLOSE_BRACKET -> fail(token);
            case NONE -> includeLevel > 0 ? fail(token) : Role.NONE;
            default -> subset(token, text, from, to);
        };
    }

    private Role section(Token token, int[] text, int from, int to) {
        if (token == Token.SPACE) {
            return Role.NONE;
        }
        if (state == State.SECTION && token == Token.NAME) {
            if (XmlChars.matches(text, from, to, "INCLUDE")) {
                return go(State.SECTION_INCLUDE, Role.NONE);
            }
            if (XmlChars.matches(text, from, to, "IGNORE")) {
                return go(State.SECTION_IGNORE, Role.NONE);
            }
        }
        if (state != State.SECTION && token == Token.OPEN_BRACKET) {
            boolean included = state == State.SECTION_INCLUDE;
            includeLevel += included ? 1 : 0;
            return go(State.EXTERNAL_SUBSET, included ? Role.NONE : Role.IGNORE_SECTION);
        }
        return fail(token);
    }

    private Role generalEntity(Token token, int[] text, int from, int to) {
        if (token == Token.SPACE) {
            return Role.ENTITY_NONE;
        }
        switch (state) {
            case ENTITY -> {
                if (token == Token.PERCENT) {
                    return go(State.ENTITY_PERCENT, Role.ENTITY_NONE);
                }
                if (token == Token.NAME) {
                    return go(State.GENERAL, Role.GENERAL_ENTITY_NAME);
                }
            }
            case ENTITY_PERCENT -> {
                if (token == Token.NAME) {
                    return go(State.PARAMETER, Role.PARAM_ENTITY_NAME);
                }
            }
            case GENERAL -> {
                return entityValue(token, text, from, to, State.GENERAL_PUBLIC, State.GENERAL_SYSTEM);
            }
            case GENERAL_PUBLIC -> {
                if (token == Token.LITERAL) {
                    return go(State.GENERAL_SYSTEM, Role.ENTITY_PUBLIC_ID);
                }
            }
            case GENERAL_SYSTEM -> {
                if (token == Token.LITERAL) {
                    return go(State.GENERAL_END, Role.ENTITY_SYSTEM_ID);
                }
            }
            case GENERAL_END -> {
                if (token == Token.DECL_CLOSE) {
                    return close(Role.ENTITY_COMPLETE);
                }
                if (token == Token.NAME && XmlChars.matches(text, from, to, "NDATA")) {
                    return go(State.GENERAL_NOTATION, Role.ENTITY_NONE);
                }
            }
            default -> {
                if (token == Token.NAME) {
                    return end(Role.ENTITY_NOTATION_NAME, Role.ENTITY_NONE);
                }
            }
        }
        return fail(token);
    }

    private Role entityValue(Token token, int[] text, int from, int to, State publicState, State systemState) {
        if (token == Token.NAME) {
            if (XmlChars.matches(text, from, to, "SYSTEM")) {
                return go(systemState, Role.ENTITY_NONE);
            }
            if (XmlChars.matches(text, from, to, "PUBLIC")) {
                return go(publicState, Role.ENTITY_NONE);
            }
        }
        return token == Token.LITERAL ? end(Role.ENTITY_VALUE, Role.ENTITY_NONE) : fail(token);
    }

    private Role parameterEntity(Token token, int[] text, int from, int to) {
        if (token == Token.SPACE) {
            return Role.ENTITY_NONE;
        }
        return switch (state) {
            case PARAMETER ->
                entityValue(token, text, from, to, State.PARAMETER_PUBLIC, State.PARAMETER_SYSTEM);
            case PARAMETER_PUBLIC -> token == Token.LITERAL
                    ? go(State.PARAMETER_SYSTEM, Role.ENTITY_PUBLIC_ID) : fail(token);
            case PARAMETER_SYSTEM -> token == Token.LITERAL
                    ? go(State.PARAMETER_END, Role.ENTITY_SYSTEM_ID) : fail(token);
            default -> token == Token.DECL_CLOSE ? close(Role.ENTITY_COMPLETE) : fail(token);
        };
    }

    private Role notation(Token token, int[] text, int from, int to) {
        if (token == Token.SPACE) {
            return Role.NOTATION_NONE;
        }
        switch (state) {
            case NOTATION -> {
                if (token == Token.NAME) {
                    return go(State.NOTATION_NAMED, Role.NOTATION_NAME);
                }
            }
            case NOTATION_NAMED -> {
                if (token == Token.NAME && XmlChars.matches(text, from, to, "SYSTEM")) {
                    return go(State.NOTATION_SYSTEM, Role.NOTATION_NONE);
                }
                if (token == Token.NAME && XmlChars.matches(text, from, to, "PUBLIC")) {
                    return go(State.NOTATION_PUBLIC, Role.NOTATION_NONE);
                }
            }
            case NOTATION_PUBLIC -> {
                if (token == Token.LITERAL) {
                    return go(State.NOTATION_PUBLIC_END, Role.NOTATION_PUBLIC_ID);
                }
            }
            default -> {
                if (token == Token.LITERAL) {
                    return end(Role.NOTATION_SYSTEM_ID, Role.NOTATION_NONE);
                }
                if (token == Token.DECL_CLOSE && state == State.NOTATION_PUBLIC_END) {
                    return close(Role.NOTATION_NO_SYSTEM_ID);
                }
            }
        }
        return fail(token);
    }

    private static boolean isName(Token token) {
        return token == Token.NAME || token == Token.PREFIXED_NAME;
    }

    private Role attributes(Token token, int[] text, int from, int to) {
        if (token == Token.SPACE) {
            return Role.ATTLIST_NONE;
        }
        return switch (state) {
            case ATTLIST -> isName(token) ? go(State.ATTLIST_NEXT, Role.ATTLIST_ELEMENT_NAME) : fail(token);
            case ATTLIST_NEXT -> token == Token.DECL_CLOSE ? close(Role.ATTLIST_NONE)
                    : isName(token) ? go(State.ATTRIBUTE_TYPE, Role.ATTRIBUTE_NAME) : fail(token);
            case ATTRIBUTE_TYPE -> attributeType(token, text, from, to);
            case ENUMERATION -> isName(token) || token == Token.NMTOKEN
                    ? go(State.ENUMERATION_NEXT, Role.ATTRIBUTE_ENUM_VALUE) : fail(token);
            case ENUMERATION_NEXT -> token == Token.CLOSE_PAREN ? go(State.ATTRIBUTE_DEFAULT, Role.ATTLIST_NONE)
                    : token == Token.OR ? go(State.ENUMERATION, Role.ATTLIST_NONE) : fail(token);
            case NOTATIONS -> token == Token.OPEN_PAREN ? go(State.NOTATIONS_NAME, Role.ATTLIST_NONE) : fail(token);
            case NOTATIONS_NAME -> token == Token.NAME
                    ? go(State.NOTATIONS_NEXT, Role.ATTRIBUTE_NOTATION_VALUE) : fail(token);
            case NOTATIONS_NEXT -> token == Token.CLOSE_PAREN ? go(State.ATTRIBUTE_DEFAULT, Role.ATTLIST_NONE)
                    : token == Token.OR ? go(State.NOTATIONS_NAME, Role.ATTLIST_NONE) : fail(token);
            case ATTRIBUTE_DEFAULT -> attributeDefault(token, text, from, to);
            default -> token == Token.LITERAL ? go(State.ATTLIST_NEXT, Role.FIXED_VALUE) : fail(token);
        };
    }

    private Role attributeType(Token token, int[] text, int from, int to) {
        if (token == Token.OPEN_PAREN) {
            return go(State.ENUMERATION, Role.ATTLIST_NONE);
        }
        if (token == Token.NAME) {
            String type = XmlChars.string(text, from, to);
            switch (type) {
                case "CDATA", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES", "NMTOKEN", "NMTOKENS" -> {
                    attributeType = type;
                    return go(State.ATTRIBUTE_DEFAULT, Role.ATTRIBUTE_TYPE);
                }
                case "NOTATION" -> {
                    return go(State.NOTATIONS, Role.ATTLIST_NONE);
                }
                default -> { }
            }
        }
        return fail(token);
    }

    private Role attributeDefault(Token token, int[] text, int from, int to) {
        if (token == Token.LITERAL) {
            return go(State.ATTLIST_NEXT, Role.DEFAULT_VALUE);
        }
        if (token == Token.POUND_NAME) {
            switch (XmlChars.string(text, from + 1, to)) {
                case "IMPLIED" -> {
                    return go(State.ATTLIST_NEXT, Role.IMPLIED_VALUE);
                }
                case "REQUIRED" -> {
                    return go(State.ATTLIST_NEXT, Role.REQUIRED_VALUE);
                }
                case "FIXED" -> {
                    return go(State.ATTRIBUTE_FIXED, Role.ATTLIST_NONE);
                }
                default -> { }
            }
        }
        return fail(token);
    }

    private static boolean isItem(Token token) {
        return isName(token) || token == Token.NAME_OPT || token == Token.NAME_REP || token == Token.NAME_PLUS;
    }

    private Role element(Token token, int[] text, int from, int to) {
        if (token == Token.SPACE) {
            return Role.ELEMENT_NONE;
        }
        return switch (state) {
            case ELEMENT -> isName(token) ? go(State.ELEMENT_CONTENT, Role.ELEMENT_NAME) : fail(token);
            case ELEMENT_CONTENT -> {
                if (token == Token.OPEN_PAREN) {
                    groupLevel = 1;
                    yield go(State.GROUP_START, Role.GROUP_OPEN);
                }
                if (token == Token.NAME && XmlChars.matches(text, from, to, "EMPTY")) {
                    yield end(Role.CONTENT_EMPTY, Role.ELEMENT_NONE);
                }
                if (token == Token.NAME && XmlChars.matches(text, from, to, "ANY")) {
                    yield end(Role.CONTENT_ANY, Role.ELEMENT_NONE);
                }
                yield fail(token);
            }
            case GROUP_START -> token == Token.POUND_NAME && XmlChars.matches(text, from + 1, to, "PCDATA")
                    ? go(State.MIXED, Role.CONTENT_PCDATA) : item(token);
            case MIXED -> switch (token) {
                case CLOSE_PAREN, CLOSE_PAREN_REP -> end(Role.GROUP_CLOSE, Role.ELEMENT_NONE);
                case OR -> go(State.MIXED_NAME, Role.ELEMENT_NONE);
                default -> fail(token);
            };
            case MIXED_NAME -> isName(token) ? go(State.MIXED_NEXT, Role.CONTENT_ELEMENT) : fail(token);
            case MIXED_NEXT -> token == Token.CLOSE_PAREN_REP ? end(Role.GROUP_CLOSE, Role.ELEMENT_NONE)
                    : token == Token.OR ? go(State.MIXED_NAME, Role.ELEMENT_NONE) : fail(token);
            case GROUP_ITEM -> item(token);
            default -> switch (token) {
                case CLOSE_PAREN, CLOSE_PAREN_OPT, CLOSE_PAREN_REP, CLOSE_PAREN_PLUS -> {
                    groupLevel--;
                    yield groupLevel == 0 ? end(Role.GROUP_CLOSE, Role.ELEMENT_NONE) : Role.GROUP_CLOSE;
                }
                case COMMA -> go(State.GROUP_ITEM, Role.GROUP_SEQUENCE);
                case OR -> go(State.GROUP_ITEM, Role.GROUP_CHOICE);
                default -> fail(token);
            };
        };
    }

    private Role item(Token token) {
        if (token == Token.OPEN_PAREN) {
            groupLevel++;
            return go(State.GROUP_ITEM, Role.GROUP_OPEN);
        }
        return isItem(token) ? go(State.GROUP_NEXT, Role.CONTENT_ELEMENT) : fail(token);
    }
}
