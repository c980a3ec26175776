/** The module {@code _socket}. */
package org.krait.runtime.sockets;
