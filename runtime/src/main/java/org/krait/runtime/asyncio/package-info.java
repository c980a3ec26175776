/**
 * The module {@code _asyncio}: futures, tasks and the running event loop of {@code asyncio}. Start at PyFuture and
 * PyTask, which are what the library's own classes in Python are; TaskSteps runs a task's coroutine.
 */
package org.krait.runtime.asyncio;
